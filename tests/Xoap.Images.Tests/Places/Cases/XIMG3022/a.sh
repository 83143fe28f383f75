#!/bin/sh
echo «XIMG3022»{{> other}}
