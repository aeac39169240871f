import { LoadingPage } from "@/components/team/router/loading-page";

export default function Loading() {
  return <LoadingPage blocks={["h-40", "h-52", "h-72"]} />;
}
