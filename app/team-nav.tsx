import {
  BarChart3,
  KeyRound,
  Library,
  type LucideIcon,
  Plug,
  Scale,
  ScrollText,
  Split,
  Tags,
  UsersRound,
} from "lucide-react";
import type { Permission } from "@/lib/permissions/permissions";

/** What the sidebar leads to, in its order, for whom. Names are `common.nav`'s. */
export const TEAM_NAV = [
  { href: "/usage", name: "usage", Icon: BarChart3, permission: "usage:read-own" },
  { href: "/keys", name: "keys", Icon: KeyRound, permission: "key:write" },
  { href: "/people", name: "people", Icon: UsersRound, permission: "people:read" },
  { href: "/providers", name: "providers", Icon: Plug, permission: "provider:read" },
  { href: "/models", name: "models", Icon: Library, permission: "catalogue:read" },
  { href: "/router", name: "router", Icon: Split, permission: "mode:write" },
  { href: "/prices", name: "prices", Icon: Tags, permission: "price:read" },
  { href: "/team", name: "team", Icon: Scale, permission: "policy:read" },
  { href: "/audit", name: "audit", Icon: ScrollText, permission: "audit:read" },
] as const satisfies readonly { href: string; name: string; Icon: LucideIcon; permission: Permission }[];
