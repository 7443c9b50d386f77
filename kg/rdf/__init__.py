"""RDF as data: between libraries (`terms`), as canonical text (`turtle`, `json_ld`), as `files`."""
