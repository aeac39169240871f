"use client";

import { Download } from "lucide-react";
import type { MouseEvent, ReactNode } from "react";
import { useAnswered } from "@/components/team/use-answered";
import { Button, type ButtonProps } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useReadyToExport } from "./step-up-context";

interface DownloadLinkProps extends Pick<ButtonProps, "size" | "variant"> {
  href: string;
  children: ReactNode;
}

/** A file that the server makes while the browser keeps it, once who asks for it has lately shown who they are. */
export function DownloadLink({ href, children, size, variant }: DownloadLinkProps) {
  const answered = useAnswered();
  const ready = useReadyToExport();

  async function ask(event: MouseEvent): Promise<void> {
    event.preventDefault();
    const result = await answered(ready);
    if (!result.ok) {
      if (result.error.code !== "step_up") toast.error(result.error.message);
      return;
    }
    const link = document.createElement("a");
    link.href = href;
    link.download = "";
    link.click();
  }

  return (
    <Button asChild size={size} variant={variant} className="self-start">
      <a href={href} download onClick={(event) => void ask(event)}>
        <Download aria-hidden="true" />
        {children}
      </a>
    </Button>
  );
}
