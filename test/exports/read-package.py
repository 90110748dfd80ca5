"""Reads every table that a datapackage.json describes with pandas and prints name, rows, and what does not fit the description.

python3 read-package.py FOLDER, with the folder of `guizhang derive --to FOLDER PATH`.
"""
import hashlib
import json
import pathlib
import sys

import pandas

folder = pathlib.Path(sys.argv[1])
package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
KINDS = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean", "any": "string"}
for resource in package["resources"]:
    path = folder / resource["path"]
    fields = resource["schema"]["fields"]
    table = pandas.read_csv(
        path,
        dtype={field["name"]: KINDS[field["type"]] for field in fields},
        keep_default_na=False,
        na_values=resource["schema"]["missingValues"],
    )
    wrong = []
    if list(table.columns) != [field["name"] for field in fields]:
        wrong.append("columns")
    if "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest() != resource["hash"]:
        wrong.append("hash")
    for field in fields:
        allowed = field.get("constraints", {}).get("enum")
        if allowed and not set(table[field["name"]].dropna()) <= set(allowed):
            wrong.append(field["name"])
        if field["type"] == "any":
            table[field["name"]].dropna().map(json.loads)
    print(resource["name"], len(table), ",".join(wrong) or "fits")
