/** A script that sets a password for somebody is held to this; a person who chooses one, to more. */
export const MIN_PASSWORD_LENGTH = 8;
export const MAX_PASSWORD_LENGTH = 200;
export const MAX_EMAIL_LENGTH = 320;
export const MAX_NAME_LENGTH = 100;
