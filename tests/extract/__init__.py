"""What a paper says, read back from the PDF by a reader of its own; that of tree and DOCX is the package's."""
