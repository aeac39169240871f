/** The account that the server's environment creates. */
export const OWNER = {
  email: "owner@example.com",
  password: "correct horse battery",
  teamName: "Platform",
};
