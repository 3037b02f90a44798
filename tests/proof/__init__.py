"""The document checked as composed and as printed: each rule on a clean paper and on spoilt ones."""
