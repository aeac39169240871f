/** A file of an archive: its lines are asked for when it is its turn, and none is kept. */
export interface ArchiveFile {
  name: string;
  lines: () => AsyncIterable<string>;
}
