import { LoadingPage } from "@/components/team/router/loading-page";

export default function Loading() {
  return <LoadingPage blocks={["h-10", "h-72"]} />;
}
