#!/bin/sh
echo «XIMG3020 Did you mean 'Image.Name'?»{{Image.Nam}}
