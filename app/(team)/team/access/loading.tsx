import { LoadingPage } from "@/components/team/router/loading-page";

export default function Loading() {
  return <LoadingPage blocks={["h-72", "h-28"]} />;
}
