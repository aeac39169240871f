/** The server cannot go on in the middle of an answer any more, because it ended long ago: it is loaded whole. */
export class LostTrack extends Error {
  override readonly name = "LostTrack";
}
