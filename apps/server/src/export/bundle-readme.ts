/** In plain words, for whoever is handed the bundle and has never heard of us. */
export const bundleReadme = `AWS CLOUDTRAIL EVENTS, AS THEY WERE READ

This archive holds events of AWS CloudTrail as the AWS API returned them.

  records.ndjson   the records, one a line, newest first, each exactly as CloudTrail wrote it
                   (only line breaks between the parts of a record are written as spaces)
  manifest.json    what was asked, when, in which accounts and Regions, how much of it could be
                   read, how many records there are, and the SHA-256 of every other file
  notes.json       bookmarks and notes that people made on these events in Trailglass; they are
                   not from AWS, and nobody but their writers vouches for them
  README.txt       this text

IS IT COMPLETE?

manifest.json says so: "complete" is true only when every event of every account and Region that
was asked for, in the whole window, was read. Otherwise "coverage" says down to which moment each
was read, and "problems" says why it went no further.

When "query" has "selected", these are events that somebody chose one by one, by the ids that stand
there: "complete" says then that each of them is here, and nothing of any other event.

IS IT UNCHANGED?

With Trailglass:      npm run verify-bundle -- FILE.zip
Without it:           sha256sum records.ndjson notes.json README.txt
                      and compare with "files" in manifest.json

"chain" in manifest.json is a hash chain over the records: link(0) is 32 zero bytes, and
link(n) = SHA-256(link(n-1) followed by SHA-256(record n)), the record without its line break.
Every hundredth link is written down, and the last. A record that was changed, removed, added or
moved breaks the chain at that place.

WHAT THIS PROVES

That the files are those the manifest was made for. Whoever can write a new manifest can make one
for other files: so keep the SHA-256 of manifest.json itself apart from this archive. Trailglass
shows it when the download ends, and verify-bundle prints it.
`;
