"""Names: how they are spotted in a report, and those of clubs and grounds that are known.

- `runs` cuts a text into runs of capitalised words, `paired` tells which "of" joins two of them,
  `openings` which words that open a sentence are of a name, `parting` what of a run is one, and
  `spotting` gives a report's names; "Ex-Gunner" (`former`) is of none, and two that a page runs
  together are two (`glued`);
  what a writer puts in capitals to catch the eye (`shouting`) is none, and a nationality only
  where it is somebody's (`surnames`);
- `known` are the names that ship here, or are the user's own (`joining` makes both one): they help,
  and are never needed. `forms` tells how they are compared, `tables` reads and writes their files,
  and `importing` makes such files of what a user has, also of the text format of `openfootball`.
"""
