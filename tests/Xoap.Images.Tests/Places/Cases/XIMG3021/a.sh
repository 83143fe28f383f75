#!/bin/sh
echo ä «XIMG3021»{{#if Image.Name}}a
