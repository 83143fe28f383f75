#!/bin/bash
echo audit
