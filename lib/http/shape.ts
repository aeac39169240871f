import type { z } from "zod";
import type { StepUpAct } from "@/lib/permissions/step-up";

/** What a route or an action takes: read by whoever must try all that are served, and by nothing that serves. */
export type Shape =
  | {
      kind: "route";
      params: z.ZodType | undefined;
      query: z.ZodType | undefined;
      body: z.ZodType | undefined;
      stepUp?: StepUpAct | undefined;
    }
  | { kind: "action" | "public action"; input: z.ZodType; stepUp?: StepUpAct | undefined };

const shapes = new WeakMap<object, Shape>();

export function withShape<Serve extends object>(serve: Serve, shape: Shape): Serve {
  shapes.set(serve, shape);
  return serve;
}

/** Null for what `route()` and `action()` did not make. */
export function shapeOf(serve: object): Shape | null {
  return shapes.get(serve) ?? null;
}
