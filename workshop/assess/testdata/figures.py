"""Figures to hold the aggregates against, by another program: Python's
statistics module, and fractions for the agreement indices. Writes figures.json.

Each case is a table of answers, respondents by statements; 0 is "not observed".
"""
import json, random, statistics as st
from fractions import Fraction as F

def item(answers):
    xs = [x for x in answers if x]
    if not xs:
        return {"n": 0}
    out = {"n": len(xs), "mean": st.fmean(xs), "median": float(st.median(xs)), "min": min(xs), "max": max(xs),
           "dots": [xs.count(l) for l in range(1, 6)]}
    if len(xs) > 1:
        v = st.variance([F(x) for x in xs])
        out["sd"] = st.stdev(xs)
        out["rwg"] = float(max(F(0), 1 - v / 2))
    return out

def rwgj(rows):
    vs = []
    for col in zip(*rows):
        xs = [F(x) for x in col if x]
        if len(xs) > 1:
            vs.append(st.variance(xs))
    if not vs:
        return None
    j, q = len(vs), sum(vs) / len(vs) / 2
    return 0.0 if q >= 1 else float(j * (1 - q) / (j * (1 - q) + q))

random.seed(19840285)
tables = {
    "one answer": [[3, 4, 5, 2, 1]],
    "all equal": [[4] * 5 for _ in range(6)],
    "all equal, lowest": [[1] * 5 for _ in range(5)],
    "all split": [[1] * 5] * 3 + [[5] * 5] * 3,
    "split in the middle": [[2] * 5] * 3 + [[4] * 5] * 3,
    "one on each level": [[l] * 5 for l in range(1, 6)],
    "one against all": [[5] * 5] * 9 + [[1] * 5],
    "two answers": [[2, 2, 2, 2, 2], [3, 4, 5, 2, 1]],
    "one statement missing": [[3, 0, 4, 2, 5], [4, 0, 4, 2, 5], [3, 0, 5, 1, 4], [2, 0, 4, 3, 4], [3, 0, 4, 2, 3]],
    "nothing observed": [[0] * 5 for _ in range(5)],
    "half missing": [[3, 0, 4, 0, 5], [0, 2, 0, 2, 0], [4, 0, 3, 0, 4], [0, 3, 0, 1, 0], [5, 0, 5, 0, 5], [0, 2, 0, 3, 0]],
    "four answers": [[3, 2, 4, 2, 5], [4, 3, 4, 2, 5], [3, 2, 5, 1, 4], [2, 4, 4, 3, 4]],
    "five answers": [[3, 2, 4, 2, 5], [4, 3, 4, 2, 5], [3, 2, 5, 1, 4], [2, 4, 4, 3, 4], [3, 2, 4, 2, 3]],
    "at the limit of agree": [[2] * 5, [3] * 5, [2] * 5, [3] * 5, [4] * 5],
    "beyond the uniform null": [[1] * 5, [1] * 5, [5] * 5, [5] * 5, [4] * 5],
}
for n in (3, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 12, 15, 20, 23, 30, 40, 60, 100, 250, 500):
    tables[f"drawn, {n} answers, {len(tables)}"] = [[random.choice([0, 1, 2, 3, 4, 5, 2, 3, 4]) for _ in range(5)] for _ in range(n)]
for bias in ([1, 2], [2, 3], [3, 3, 4], [4, 5], [1, 5], [1, 1, 5, 5, 3]):
    tables[f"drawn from {bias}"] = [[random.choice(bias) for _ in range(5)] for _ in range(8)]
json.dump([{"name": k, "rows": rows, "items": [item(c) for c in zip(*rows)], "pooled": item([x for r in rows for x in r]), "rwgj": rwgj(rows)}
           for k, rows in tables.items()], open("figures.json", "w"))
print(len(tables))
