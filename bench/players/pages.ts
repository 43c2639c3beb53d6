/** A player on a page of its own, as its documentation says to put it there. */
export interface Contestant {
  readonly name: string;
  readonly path: string;
  /** What a viewer presses to play, as soon as it is there. On the film itself: the browser's own controls. */
  readonly press: string;
  /** The page's HTML; absent where the library itself answers. */
  readonly page?: string;
}

/**
 * The players to measure, each around the same element.
 * @param embed the address of our own embed
 * @param video the `<video>` of that embed: its poster, its sources, its tracks
 * @param hasAblePlayer whether the server has a copy of Able Player to serve
 */
export function contestants(embed: string, video: string, hasAblePlayer: boolean): Contestant[] {
  const bare = video.replace("<video", "<video id=film");
  const others: Contestant[] = [
    { name: "bare <video>", path: "/bare", press: "video", page: page("", video) },
    { name: "videoteca", path: embed, press: "video" },
    {
      name: "plyr",
      path: "/plyr",
      press: ".plyr__controls [data-plyr=play]",
      page: page(
        '<link rel="stylesheet" href="/npm/plyr/dist/plyr.css">',
        `${bare}<script src="/npm/plyr/dist/plyr.min.js"></script>
        <script>new Plyr("#film", { iconUrl: "/npm/plyr/dist/plyr.svg" })</script>`,
      ),
    },
    {
      name: "media-chrome",
      path: "/media-chrome",
      press: "media-play-button:defined",
      page: page(
        '<script defer src="/npm/media-chrome/dist/iife/index.js"></script>',
        `<media-controller>${video.replace(" controls", ' slot="media"')}<media-control-bar>
        <media-play-button></media-play-button><media-time-range></media-time-range>
        <media-time-display showduration></media-time-display><media-mute-button></media-mute-button>
        <media-captions-button></media-captions-button><media-playback-rate-button></media-playback-rate-button>
        <media-pip-button></media-pip-button><media-fullscreen-button></media-fullscreen-button>
        </media-control-bar></media-controller>`,
      ),
    },
    {
      name: "video.js, core",
      path: "/videojs",
      press: ".vjs-big-play-button",
      page: page(
        '<link rel="stylesheet" href="/npm/video.js/dist/video-js.min.css">',
        `${bare.replace("<video", '<video class="video-js" data-setup="{}"')}
        <script src="/npm/video.js/dist/alt/video.core.min.js"></script>`,
      ),
    },
  ];
  if (!hasAblePlayer) return others;
  const able: Contestant = {
    name: "Able Player",
    path: "/able-player",
    press: ".able-controller [aria-label=Play], .able-big-play-button",
    page: page(
      `<link rel="stylesheet" href="/able/build/ableplayer.min.css">
      <script src="/npm/jquery/dist/jquery.min.js"></script>
      <script src="/npm/js-cookie/dist/js.cookie.min.js"></script>
      <script src="/able/build/ableplayer.min.js"></script>`,
      bare.replace("<video", "<video data-able-player").replace(" controls", ""),
    ),
  };
  return [...others, able];
}

function page(head: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
    <title>A film</title><style>video { width: 100%; height: auto }</style>${head}</head>
    <body>${body}</body></html>`;
}
