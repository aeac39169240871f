import type { ComponentProps } from "react";
import { cn } from "./cn";

/** Scrolls sideways by itself, so that a page never does. Figures: `numeric` on the cells of a column. */
export function Table({ className, label, ...props }: ComponentProps<"table"> & { label: string }) {
  return (
    <section
      aria-label={label}
      className="relative overflow-x-auto rounded-lg border border-line"
      {...SCROLLABLE}
    >
      <table {...props} className={cn("w-full border-separate border-spacing-0 text-sm", className)} />
    </section>
  );
}

/** A region that scrolls must take focus, or the keyboard cannot scroll it. */
const SCROLLABLE = { tabIndex: 0 };

export function TableHeader(props: ComponentProps<"thead">) {
  return <thead {...props} className={cn("bg-surface-sunken text-muted", props.className)} />;
}

/** Lines are the cells' own: those of rows would lie under a cell that stays in sight. */
export function TableBody(props: ComponentProps<"tbody">) {
  return (
    <tbody
      {...props}
      className={cn(
        "[&>tr:not(:first-child)>*]:border-line [&>tr:not(:first-child)>*]:border-t",
        props.className,
      )}
    />
  );
}

export function TableRow(props: ComponentProps<"tr">) {
  return <tr {...props} />;
}

export function TableHead({
  numeric = false,
  className,
  ...props
}: ComponentProps<"th"> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      {...props}
      className={cn(
        "whitespace-nowrap px-3 py-2 font-medium text-xs",
        numeric ? "text-right" : "text-left",
        className,
      )}
    />
  );
}

export function TableCell({
  numeric = false,
  className,
  ...props
}: ComponentProps<"td"> & { numeric?: boolean }) {
  return (
    <td
      {...props}
      className={cn("px-3 py-2 align-top", numeric && "whitespace-nowrap text-right tabular-nums", className)}
    />
  );
}
