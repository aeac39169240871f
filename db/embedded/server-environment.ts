/** PostgreSQL's programs see nothing of our environment: PGPORT, PGDATA and the like would steer them, and our
 *  secrets are none of their business. NODE_ENV is there for Next's types, which demand it. */
export const serverEnvironment: NodeJS.ProcessEnv = {
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  NODE_ENV: "production",
};
