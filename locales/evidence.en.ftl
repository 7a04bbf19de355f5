## A file that somebody hands over, and why it cannot be kept
problem-file-large = This file is too large: at most { $megabytes } MB fit. A smaller copy, or a link to it, will do as well.
problem-file-empty = There is nothing in this file. Please choose it again.
problem-file-kind = Files of this kind cannot be kept. A photo (JPG, PNG, WebP), a PDF, a text (TXT, CSV), or a document without macros (DOCX, XLSX, PPTX, ODT, ODS) can.
problem-file-damaged = This picture cannot be read to its end. Please send it once more, or another one.
problem-file-unfetched = The file did not arrive, and nothing of it is kept. Please send it once more.

## Evidence in words or as a link
evidence-text-long = That is { $count } characters, and { $max } fit here. Please shorten it, or send it as a file.
evidence-link-long = This link is too long: at most { $max } characters fit.
evidence-link-kind = This link cannot be opened from everywhere. One that begins with https:// can.

## The command line
evidence-command = What shows that measures are done: files, texts and links that partners have handed over
evidence-list-help = List evidence, the newest first
evidence-get-help = Write a file or a text that was handed over into a file (who does so is recorded)
evidence-measure-option = only of this measure, by its id or code
evidence-id = the id that "evidence list" shows
evidence-out-option = where to write it; only you can read it there
evidence-column-id = id
evidence-column-measure = measure
evidence-column-kind = kind
evidence-column-size = size
evidence-column-day = day
evidence-column-title = title
evidence-none = There is no evidence yet. Partners hand it over when they report that something is done.
evidence-taken-out = Written to { $file }. It comes from outside and is not checked for viruses.
problem-evidence-unknown = There is no evidence with the id { $id }. "evidence list" shows what there is.
problem-evidence-elsewhere = Nothing of it is kept here. It lies elsewhere: { $link }
