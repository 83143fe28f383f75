#!/bin/sh
echo «XIMG3024 Image.Name»{{Image}}
