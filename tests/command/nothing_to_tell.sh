#!/usr/bin/env bash
# Where there is nothing to tell, every command tells that, in every format: no empty file, and what is written can be
# read by what reads the format.
# Usage: nothing_to_tell.sh SAMENLOOP ROOT
set -euo pipefail
samenloop=$1 root=$2 work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir none some
printf '<situation xmlns="urn:samenloop:situation:1" id="s" title="s" date="2025-01-15"/>' >some/s.xml
cp "$root/examples/situations/gewone-werknemer.xml" none/quiet.xml
cat >same.xml <<'XML'
<proposal xmlns="urn:samenloop:proposal:1" id="words" title="Andere woorden" title-en="Other words" proposer="x" in-force="2025-01-01">
  <substitution target="rule:PW-KD/@title-en" words="adults of 27 or older">adults of 27 and older</substitution>
</proposal>
XML
cat >rules.xml <<'XML'
<rulebase xmlns="urn:samenloop:rules:1" jurisdiction="orania">
  <item id="age" type="number" min="0" max="99" ordinary="40" title="leeftijd"/>
  <law id="a" title="A" level="act" from="2000-01-01"/>
</rulebase>
XML
mkdir small && mv rules.xml small

bad=0
look() { # FORMAT ARGUMENTS…
    local format=$1 status=0
    shift
    "$samenloop" "$@" --format "$format" -o "out.$format" >said 2>&1 || status=$?
    if ((status > 1 && status != 3)) || [[ ! -s out.$format ]]; then
        echo "$*, $format: exit $status, $(cat out.* 2>/dev/null | wc -c) bytes, said: $(head -n 2 said)"
        bad=1
    else
        case $format in
        svg) xmllint --noout "out.$format" && grep -q '<text\|<title>' "out.$format" || status=9 ;;
        html) xmllint --html --noout "out.$format" 2>/dev/null && grep -q '<p\|<h1' "out.$format" || status=9 ;;
        json | sarif) /usr/bin/python3 -m json.tool "out.$format" >/dev/null || status=9 ;;
        esac
        if ((status == 9)); then
            echo "$*: that is no $format"
            bad=1
        fi
    fi
    rm -f out.*
}

quiet="none/quiet.xml --rules $root/rules"
# shellcheck disable=SC2086
{
    for format in text json svg dot; do look $format check $quiet; done
    for format in text json svg html; do look $format trace $quiet; done
    for format in text json svg; do look $format trace $quiet --goal zorgverzekering; done
    for format in text csv json svg; do look $format curve $quiet --over rent --from 0 --to 1; done
    for format in text json svg; do look $format data --situation $quiet; done
    for format in text json svg sarif; do look $format compare same.xml --rules "$root/rules" --situations none; done
    for format in text json; do look $format concepts --rules small; done
    for format in text json; do look $format holes --rules small; done
    for format in text json; do look $format rank --rules small --situations some; done
}
exit $bad
