/** What a library says about itself, in English. Every other language has the same pages. */
export const en = {
  accessibility: {
    title: "Accessibility",
    body: `We want everyone to be able to watch, read and share what is here. We aim at the Web Content Accessibility Guidelines 2.2, level AA.

## What you can count on

- Every film has captions, and a transcript that can be read instead of watching.
- Everything works by keyboard alone and with a screen reader, and nearly everything without JavaScript.
- Pages can be enlarged to twice their text size, fit a screen of 320 pixels, follow your colours and contrast, and move nothing if you asked your device for less motion.
- Text that isn't in your language says so, and says it to your screen reader as well.

## What isn't good yet

- Not every film has an audio description. Its page says what there is.
- Some documents are PDF files that their makers haven't prepared for screen readers.
- Captions that a machine wrote are labelled, and may be wrong.

## Tell us

If something keeps you out, please [write to us](contact). Tell us which page it was and what you use, and we will mend it or send you the content in another way.`,
  },
  privacy: {
    title: "Privacy",
    body: `You can watch and read here without telling anyone who you are.

## What we don't do

- No cookies, no account, no advertising, no analytics script.
- Nothing on these pages comes from another site. Only we are asked for what you see.
- We keep no internet address, no name of your browser, no list of what you watched, and nothing that you searched for.

## What your own browser keeps

What you choose in the player, such as the size of captions or where you stopped, can stay in your browser, on your device. It is never sent. If you delete this site's data in your browser, it is gone. Your browser's history shows what you opened, unless you use a private window.

## What others can see

- Cloudflare delivers these pages. It needs your device's internet address to answer you, as every site on the internet does. Its logs are switched off for us, so we get none of it.
- Your internet provider, or the network of a workplace, can see that you opened this site, but not which film or page.
- Where a film is shown on somebody else's page, that page's own rules hold as well. The film itself tells them nothing about you.

## Links that lead out

A link from here to another site doesn't tell that site where you came from.`,
  },
  embed: {
    title: "Show a film on your page",
    body: `Any film here may be shown on your page, with its captions and its transcript, if its license allows it. The license is on the film's page.

## One line

Open the film's page and copy its embed, or write it yourself: put the last part of the film's address in place of \`FILM\`.

\`\`\`html
<iframe src="{origin}/embed/FILM?lang=en" title="The film's title"
  style="width:100%;aspect-ratio:16/11;border:0"
  allow="fullscreen; picture-in-picture" referrerpolicy="no-referrer"></iframe>
\`\`\`

## Change it in the address

- \`lang=es\`: the language of the buttons and titles. Without it, each viewer gets their own.
- \`captions=vi\`: the captions that are shown from the start; \`captions=none\` for none.
- \`t=65\`: starts at one minute and five seconds; \`t=65,80\` stops there too.
- \`transcript=1\`: the transcript is open.

## Good to know

The film sets no cookie and tells nobody about your visitors, so your privacy notice needs no word about it. It works in WordPress and other systems that put embeds in a sandbox. If a film is withdrawn, your page shows a notice in its place.`,
  },
  cite: {
    title: "Quote and cite",
    body: `## Quote a sentence

Select words in a transcript and copy them. With them comes where they are from: title, publisher, date, and a link that plays the film at that moment. Below the words stand buttons that copy the quotation, a link to just this part of the film, or the film's citation.

## Link to a moment

Add \`?t=65\` to the address of a film, and it starts at one minute and five seconds. \`?t=65,80\` shows those fifteen seconds.

## Cite a film or a document

“How to cite” on each page has a line that can be copied. It names the title, the publisher, the date and the address. For a reference manager (Zotero, EndNote, LaTeX) there are files beside it. Where a title stands [in brackets], the publisher gave none in that language, and it was supplied.

## Use it in class

A film's page has its transcript as a page to print, as a Word document and side by side in two languages, and a class pack with all of them. Its license says what you may do with it.`,
  },
  contact: {
    title: "Reaching us",
    body: `There is no form here and nothing to sign in to. Who writes to us does so from their own e-mail.

## Before you write

- A letter tells us your e-mail address, and others on its way can read it. Nothing else on these pages tells us who you are.
- If nobody may know that you wrote, use an address without your name, or ask somebody you trust to write.
- Please don't write about your own case, papers or status. This library gives no legal advice, and a letter may be read by others.

## What helps

- A mistake in captions, in a transcript or in a text: name the page and the moment. Where a film's page offers to report a mistake, it begins that letter for you.
- Something that keeps you out: name the page and what you use.
- A film or a document that puts you or somebody else at risk: name it, and say that it is urgent. It can be taken out of the library at once, with its files.`,
  },
};

export type AboutPages = { readonly [Name in keyof typeof en]: { title: string; body: string } };
