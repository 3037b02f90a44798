"""What the tables, sentences, charts and prose of an evaluation print: its results, made into markup."""
