"""Many reports kept in one graph, which grows, is corrected, and gives back what it was told.

- `kept`: what a store holds of each report, and `reading_json` how its reading is written down;
- `step`: what a report changes when it comes, is replaced or goes; `surroundings`, `namesakes` and
  `lookup` find what bears on it, `contribution` says what the fused graph has of each report;
- `batch` adds thousands, read by `workers`; `contents` counts what is there;
- `backup` puts a store into one file and back, `check` tells whether it is as it should be.
"""
