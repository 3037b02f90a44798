"""What has been issued: builds frozen with the data that they were made from, under output/issued/<plan>/<id>/.

    001/                     the papers as they were given out
        manifest.json        as in any folder of the output
        inputs/              the plan's folder, as it was read
        printings/           each paper's tree with the pages of its spots, as JSON

So a later correction is compared with what was really printed, whatever has become of data, templates and program.
"""

from yinfa.issued.store import ISSUED, Issue, freeze, issues_of

__all__ = ["ISSUED", "Issue", "freeze", "issues_of"]
