"""RDF as data: between libraries (`terms`), as canonical text (`turtle`, `json_ld`), as `files`.

`writers` has what a file may be written as.
"""
