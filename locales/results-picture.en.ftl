## The picture beside a link to results

results-picture-hidden = some answers are hidden
