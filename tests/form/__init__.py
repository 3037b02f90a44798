"""The form of GB/T 9704 as a judge: for every rule, what a finished PDF and a finished DOCX do against it."""
