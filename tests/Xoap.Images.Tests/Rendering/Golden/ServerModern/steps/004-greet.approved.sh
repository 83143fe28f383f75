#!/bin/sh
set -e
carrier=$(mktemp -d "${0%/*}/step.XXXXXXXX")
trap 'rm -rf "$carrier"' EXIT
trap 'exit 1' HUP INT TERM
cat > "$carrier"/'greet.sh' <<'END_OF_SCRIPT'
#!/bin/sh
set -e
echo "Hello, $1"
END_OF_SCRIPT
chmod 700 "$carrier"/'greet.sh'
"$carrier"/'greet.sh' 'two words' 'it'\''s'
