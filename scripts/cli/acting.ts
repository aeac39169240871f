/** As whom and where a command acts. */
export interface Acting {
  /** An e-mail; the instance administrator without one. */
  as?: string;
  /** The id or the name of a team; the only or first one without it. */
  team?: string;
}
