import { LoadingPage } from "@/components/team/router/loading-page";

export default function Loading() {
  return <LoadingPage blocks={["h-24", "h-32", "h-56"]} />;
}
