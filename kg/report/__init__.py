"""A report as it is given: where reports are found, and their text, day and source (`report`).

`markup` blanks out HTML so that every offset stays true, and `written_dates` finds the dates that a
text writes out with their year.
"""

from kg.report.report import SENTENCE_END, Report, decode, find_reports, read_report, to_report

__all__ = ["SENTENCE_END", "Report", "decode", "find_reports", "read_report", "to_report"]
