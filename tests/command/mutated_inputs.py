"""Spoils the shipped inputs in seeded ways and runs every command on them.

Usage: mutated_inputs.py SAMENLOOP ROOT [COUNT [SEED]]

Nothing may end by a signal, take more than 10 s or more than 1 GiB; the exit code is one of the four that are
promised, and a refusal names a place: file, line and column.  Prints what was run and each that fails, and keeps the
failing input beside its command.
"""

import collections
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SANITIZED = "LSAN_OPTIONS" in os.environ  # then time and memory are the sanitizers'
SECONDS, BYTES = 120 if SANITIZED else 10, resource.RLIM_INFINITY if SANITIZED else 1 << 30
LOCATED = re.compile(r"^[^\n:]+:\d+:\d+: (?:error|fout): ", re.M)
UNREADABLE = re.compile(r"^(?!samenloop:)[^\n:]+: (?:error|fout): ", re.M)  # of a file as a whole: not UTF-8, too long
TOO_MUCH = re.compile("error: too much to work out|fout: te veel rekenwerk")
ODD = ["", "-1", "0", "1", "27", "1e9", "99999999999999999999", "0.0000000001", "null", "unknown", "true", "9999-12-31",
       "0001-01-01", "2025-02-29", "2024-02-29", "P9999Y", "[]", "[1..0]", '"', "'", "<", "&", "&#0;", "&#x202E;", "\x1b[31m",
       "\u200b", "é" * 300, "x" * 5000, "1.000,50", "1,5", "p.age", "kids[0]", "kids[-1]", "hh[99].age", "person", "../../x"]


def words(texts):
    found = collections.Counter()
    for text in texts:
        found.update(re.findall(r'"[^"<>&]{1,60}"|>[^<>]{1,60}<|</?[a-z-]+', text))
    return [w for w, _ in found.most_common(4000)]


class Mutator:
    def __init__(self, seed, texts):
        self.random = random.Random(seed)
        self.words = words(texts)

    def spoil(self, text):
        for _ in range(self.random.choice([1, 1, 1, 2, 3, 8])):
            text = self.random.choice([
                self.gentle, self.gentle, self.gentle, self.gentle, self.element, self.twice, self.value, self.value, self.word, self.word, self.attribute, self.element, self.twice, self.many,
                self.cut, self.byte, self.crossed, self.number, self.operator, self.deep, self.swap])(text)
        return text

    def at(self, text, pattern, change):
        found = list(re.finditer(pattern, text))
        if not found:
            return text
        m = self.random.choice(found)
        return text[:m.start()] + change(m) + text[m.end():]

    def value(self, text):
        odd = self.random.choice(ODD)
        return self.at(text, r'"[^"]*"|>[^<>\n]+<', lambda m: m[0][0] + odd + m[0][-1])

    def gentle(self, text):
        """What can be read, and means something else."""
        other = {"true": "false", "false": "true", "and": "or", "or": "and", "&lt;": "&gt;", "&gt;": "&lt;", "+": "-"}
        return self.at(text, r"\b(true|false|and|or|\d)\b|(?<=\d)\d|&[lg]t;|(?<= )\+(?= )",
                       lambda m: other.get(m[0]) or str(self.random.randrange(10)))

    def word(self, text):
        other = self.random.choice(self.words)
        pattern = r'"[^"]*"' if other[0] == '"' else r'>[^<>\n]+<' if other[0] == ">" else r'</?[a-z-]+'
        return self.at(text, pattern, lambda m: other)

    def attribute(self, text):
        return self.at(text, r' [a-z-]+="[^"]*"', lambda m: self.random.choice(["", m[0] + m[0], m[0][:3] + "x" + m[0][3:]]))

    def element(self, text):
        return self.at(text, r'<[a-z-]+[^<>]*(/>|>[^<>]*</[a-z-]+>)', lambda m: "")

    def twice(self, text):
        return self.at(text, r'<([a-z-]+)[^<>]*(/>|>[^<>]*</\1>)', lambda m: m[0] * 2)

    def many(self, text):
        times = self.random.choice([40, 600, 5000])
        return self.at(text, r'<(element|fact|event|value|repeal|rule)[^<>]*(/>|>[^<>]*</\1>)', lambda m: m[0] * times)

    def cut(self, text):
        return text[:self.random.randrange(len(text) + 1)]

    def byte(self, text):
        at = self.random.randrange(len(text) + 1)
        return text[:at] + self.random.choice(["\0", "\x07", "\u202e", "<", ">", '"', "&", "\r", "\ud7ff"]) + text[at:]

    def crossed(self, text):
        return self.at(text, r'</[a-z-]+>', lambda m: self.random.choice(["", "</crossed>", m[0] * 2]))

    def number(self, text):
        factor = self.random.choice(["-", "0", "00", "999999999999", "."])
        return self.at(text, r'\d+', lambda m: m[0] + factor if factor != "-" else "-" + m[0])

    def operator(self, text):
        new = self.random.choice(["+", "-", "*", "/", "**", "and", "or", "(", ")", "=", "!=", "in", "some", "every", "if", "[", "]"])
        return self.at(text, r'(?<=[ >])(and|or|not|in|=|\+|-|\*|/|if|then|else|some|every|satisfies|&gt;|&lt;)(?=[ <(])', lambda m: new)

    def deep(self, text):
        depth = self.random.choice([70, 3000])
        return self.at(text, r'>([^<>\n]+)<', lambda m: ">" + "(" * depth + m[1] + ")" * depth + "<")

    def swap(self, text):
        lines = text.split("\n")
        i, j = self.random.randrange(len(lines)), self.random.randrange(len(lines))
        lines[i], lines[j] = lines[j], lines[i]
        return "\n".join(lines)


COMMANDS = [  # what is spoilt, arguments; F the spoilt file, R the rules, S a whole situation
    ("situation", "check F --rules R"), ("situation", "check F --rules R --format json --date 2025-07-01"),
    ("situation", "check F --rules R --format dot --lang en"), ("situation", "check F --rules R --format svg"),
    ("situation", "check F --rules R --amounts last --date 2026-11-27"),
    ("situation", "trace F --rules R"), ("situation", "trace F --rules R --format json --lang en"),
    ("situation", "trace F --rules R --goal bijstand --format svg"),
    ("situation", "curve F --rules R --over inc.wage_m --from 0 --to 3000 --step 500"),
    ("situation", "curve F --rules R --over inc.toets --from 0 --to 40000 --format json"),
    ("situation", "data --situation F --rules R --format json"),
    ("situation", "compare P --rules R --situations D"),
    ("proposal", "compare F --rules R --situations D"), ("proposal", "compare F --rules R --situations D --format json"),
    ("proposal", "rules amend F --rules R"),
    ("rules", "rules check R"), ("rules", "check S --rules R"), ("rules", "trace S --rules R"),
    ("rules", "concepts --rules R"), ("rules", "rules show PW-19 --rules R"), ("rules", "data --rules R --format json"),
    ("rules", "check S --rules R --format json"), ("rules", "curve S --rules R --over inc.wage_m --from 0 --to 2500"),
]


class Runner:
    def __init__(self, binary, root, seed):
        self.binary, self.root = binary, Path(root)
        self.work = Path(tempfile.mkdtemp())
        read = lambda paths: {p: p.read_text() for p in sorted(paths)}
        self.inputs = {
            "situation": read([*self.root.glob("examples/situations/*.xml"), *self.root.glob("tests/cases/*/situation.xml")]),
            "proposal": read(self.root.glob("examples/proposals/*.xml")),
            "rules": read(self.root.glob("rules/*.xml")),
        }
        self.mutator = Mutator(seed, [t for kind in self.inputs.values() for t in kind.values()])
        self.rules = self.work / "rules"
        shutil.copytree(self.root / "rules", self.rules)
        self.one = self.work / "one"
        self.one.mkdir()
        shutil.copy(self.root / "examples/situations/briefadres.xml", self.one)
        self.worst = (0.0, "")

    def arguments(self, kind, line, file):
        name = {"F": file, "R": self.rules, "S": self.one / "briefadres.xml", "D": self.one}
        if kind == "situation" and "D" in line.split():
            shutil.copy(file, self.one / "spoilt.xml")
        name["P"] = self.root / "examples/proposals" / self.first_proposal()
        return [str(name.get(word, word)) for word in line.split()]

    def first_proposal(self):
        return next(iter(self.inputs["proposal"])).name

    def run(self, number):
        chance = self.mutator.random
        kind, line = chance.choice(COMMANDS)
        path = chance.choice(list(self.inputs[kind]))
        text = self.mutator.spoil(self.inputs[kind][path])
        file = self.rules / path.name if kind == "rules" else self.work / "spoilt.xml"
        file.write_text(text, errors="surrogatepass")
        verdict = self.judge(self.arguments(kind, line, file))
        if verdict:
            kept = Path(tempfile.gettempdir()) / f"mutant-{number}.xml"
            shutil.copy(file, kept)
            print(f"{number}: {line} with {path.relative_to(self.root)}: {verdict}; kept as {kept}", flush=True)
        if kind == "rules":
            shutil.copy(path, file)
        (self.one / "spoilt.xml").unlink(missing_ok=True)
        return kind, verdict

    def judge(self, arguments):
        limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        start = time.monotonic()
        try:
            done = subprocess.run([self.binary, *arguments], capture_output=True, timeout=SECONDS, preexec_fn=limit,
                                  env={**os.environ, "SAMENLOOP_TODAY": "2025-01-15"})
        except subprocess.TimeoutExpired:
            return f"takes more than {SECONDS} s"
        took = time.monotonic() - start
        self.worst = max(self.worst, (took, " ".join(arguments[:2])))
        error = done.stderr.decode(errors="replace")
        self.code = done.returncode
        if done.returncode not in (0, 1, 2, 3):
            return f"ends with {done.returncode}: {error[-300:]}"
        if "interne fout" in error or "internal error" in error or "bad_alloc" in error:
            return error[-300:]
        if done.returncode == 2 and not TOO_MUCH.search(error):
            if done.stdout:
                return "is refused, and yet says something"
            if not LOCATED.search(error) and not UNREADABLE.search(error):
                return f"is refused without a place: {error[:300]}"
        return ""


def main():
    binary, root = sys.argv[1], sys.argv[2]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 300
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 20250115
    runner, codes, bad = Runner(binary, root, seed), collections.Counter(), 0
    for number in range(count):
        kind, verdict = runner.run(number)
        codes[(kind, getattr(runner, "code", None))] += 1
        bad += bool(verdict)
    shutil.rmtree(runner.work)
    for (kind, code), times in sorted(codes.items(), key=str):
        print(f"{kind}: exit {code}: {times}")
    print(f"{count} spoilt inputs, seed {seed}: {bad} fail; the slowest took {runner.worst[0]:.1f} s ({runner.worst[1]})")
    sys.exit(1 if bad else 0)


main()
