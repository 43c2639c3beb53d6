import { expect, test, vi } from "vitest";
import { Memory } from "../../../src/storage/memory/memory.ts";
import { rememberParsed } from "../../../src/storage/memory/parsed.ts";

test("what was used least recently is forgotten when the memory is full", () => {
  const memory = new Memory<string>(10);
  memory.set("a", "A", 4);
  memory.set("b", "B", 4);
  memory.get("a");
  memory.set("c", "C", 4);
  expect(memory.get("a")).toBe("A");
  expect(memory.get("b")).toBeUndefined();
  expect(memory.get("c")).toBe("C");
});

test("a value that is set again counts once", () => {
  const memory = new Memory<string>(10);
  for (let time = 0; time < 5; time += 1) memory.set("a", "A", 6);
  memory.set("b", "B", 4);
  expect(memory.get("a")).toBe("A");
});

test("the same text is parsed once, and nobody can change what others get", () => {
  const parse = vi.fn((json: string): { names: string[] } => JSON.parse(json));
  const read = rememberParsed(parse);
  const first = read('{"names":["a"]}');
  expect(read('{"names":["a"]}')).toBe(first);
  expect(read('{"names":["b"]}')).toEqual({ names: ["b"] });
  expect(parse).toHaveBeenCalledTimes(2);
  expect(() => first.names.push("c")).toThrow(TypeError);
});

test("two readers of the same text don't get one another's results", () => {
  expect(rememberParsed(() => ["one"])("1")).toEqual(["one"]);
  expect(rememberParsed(() => ["two"])("1")).toEqual(["two"]);
});
