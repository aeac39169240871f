import type postgres from "postgres";

/** The same client, whose queries are prepared once per connection. drizzle asks postgres.js not to, and then each
 *  query takes two round trips (parse and describe, then bind and execute) and is planned anew each time. */
export function preparing<Client extends postgres.Sql>(client: Client): Client {
  return new Proxy(client, {
    get(target, key, receiver) {
      if (key === "unsafe") return unsafePrepared(target);
      if (key === "begin" || key === "savepoint") return inside(target, key);
      return Reflect.get(target, key, receiver);
    },
  });
}

type Unsafe = postgres.Sql["unsafe"];

function unsafePrepared(client: postgres.Sql): Unsafe {
  const unsafe: Unsafe = (query, parameters, options) =>
    client.unsafe(query, parameters, { ...options, prepare: true });
  return unsafe;
}

/** A transaction's own client is wrapped as well; its function is the last argument. */
function inside(client: object, key: string) {
  return (...given: unknown[]): unknown => {
    const run = given.at(-1);
    const method: unknown = Reflect.get(client, key);
    if (typeof run !== "function" || typeof method !== "function")
      throw new TypeError(`${key} takes a function`);
    const wrapped = (transaction: postgres.Sql): unknown => run(preparing(transaction));
    return method.apply(client, [...given.slice(0, -1), wrapped]);
  };
}
