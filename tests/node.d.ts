// What our tests use of Node; the whole of @types/node would give the browser's scripts Node's globals too.

declare module "node:test" {
  export function test(name: string, act: () => void | Promise<void>): void;
  export default test;
}

declare module "node:assert/strict" {
  function assert(value: unknown, message?: string): asserts value;
  namespace assert {
    function equal(actual: unknown, expected: unknown, message?: string): void;
    function notEqual(actual: unknown, expected: unknown, message?: string): void;
    function deepEqual(actual: unknown, expected: unknown, message?: string): void;
    function match(actual: string, expected: RegExp, message?: string): void;
    function throws(act: () => unknown, expected?: object): void;
    function fail(message?: string): never;
  }
  export default assert;
}

declare module "node:fs" {
  export function readFileSync(file: number | URL, encoding: "utf-8"): string;
}

declare module "node:process" {
  const process: { env: Record<string, string | undefined> };
  export default process;
}
