"use client";

import { ImageOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { OutsideLink, outsideUrl } from "./outside-link";

/** Stands for an image that a model named. It is not fetched: the request would tell a stranger who reads what. */
export function OutsideImage({ src, alt }: { src?: string | Blob | undefined; alt?: string | undefined }) {
  const t = useTranslations("chat");
  const url = outsideUrl(typeof src === "string" ? src : undefined);
  return (
    <span className="outside-image">
      <ImageOff aria-hidden="true" />
      <span>
        {alt === undefined || alt === "" ? t("imageNotLoaded") : t("imageNotLoadedNamed", { name: alt })}
        {url !== null && <OutsideLink href={url}>{url}</OutsideLink>}
      </span>
    </span>
  );
}
