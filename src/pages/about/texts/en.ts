/** The pages about the library itself, in English. Every other language has the same pages. */
export const en = {
  accessibility: `We want everyone to be able to watch, read and share what is in this library. Our goal is the Web Content Accessibility Guidelines (WCAG) 2.2, level AA.

## What you can rely on

- Every film has captions, and a transcript that you can read instead of watching.
- Everything works with only a keyboard and with a screen reader, and nearly everything works without JavaScript.
- You can enlarge the text to twice its size and use a screen as narrow as 320 pixels. The pages follow your color and contrast settings, and nothing moves if you asked your device for less motion.
- Text that isn't in your language is labeled, for screen readers too.

## What isn't good enough yet

- Not every film has an audio description. The film's page tells you whether it has one.
- Some documents are PDF files that weren't prepared for screen readers.
- Machine-generated captions are labeled, and may contain errors.

## Tell us

If something doesn't work for you, please [write to us](contact). Tell us which page it was and which device or software you use, and we will fix it or send you the content in another form.`,

  privacy: `You can watch and read here without telling anyone who you are.

## What we don't do

- No cookies, no accounts, no advertising, no analytics.
- Nothing on these pages is loaded from another site. Everything you see comes from us.
- We don't keep your internet address, the name of your browser, what you watched or what you searched for.

## What your own browser keeps

Your choices in the player, such as the size of captions or where you stopped, can be stored in your browser, on your device. They are never sent to us. If you delete this site's data in your browser, they are gone. Your browser's history shows the pages you opened, unless you use a private window.

## What others can see

- Cloudflare delivers these pages. Like every site on the internet, it needs your device's internet address to answer you. Its logs are switched off for us, so we receive none of it.
- Your internet provider, or the network at your workplace, can see that you opened this site, but not which film or page.
- If you watch a film on another organization's page, that page's own privacy rules apply too. The film itself tells them nothing about you.

## Links to other sites

When you follow a link to another site, we don't tell that site where you came from.`,

  embed: `You can show any film from this library on your own page, with its captions and transcript, if its license allows it. The license is on the film's page.

## Copy the code

Open the film's page and copy its embed code. Or write the code yourself: replace \`FILM\` with the last part of the film's address.

\`\`\`html
{embedCode:The film's title}
\`\`\`

## Options in the address

- \`lang=es\`: the language of the buttons and titles. Without it, viewers get their browser's language.
- \`captions=vi\`: the captions that are shown from the start; \`captions=none\` shows none.
- \`t=65\`: starts at one minute and five seconds; \`t=65,80\` also stops at one minute and twenty seconds.
- \`transcript=1\`: the transcript is open from the start.

## Good to know

The film sets no cookies and tells nobody about your visitors, so your privacy notice doesn't have to mention it. In WordPress, paste the address of the film's page on a line of its own. The film works there and in other systems that put embeds in a sandbox. If a film is withdrawn, your page shows a notice instead.`,

  cite: `## Quote a sentence

Select words in a transcript and copy them. The source is copied too: title, publisher, date, and a link that plays the film from that moment. Buttons below the selected words copy the quotation, a link to just this part of the film, or the film's citation.

## Link to a moment

Add \`?t=65\` to the address of a film, and it starts at one minute and five seconds. \`?t=65,80\` plays only the fifteen seconds from there.

## Cite a film or a document

Every film, document and series has its reference under “How to cite” in APA, MLA and Chicago style, ready to copy. Next to it are files for reference managers (Zotero, EndNote, LaTeX). If a title is [in brackets], the publisher gave no title in that language and we added one.

## Use it in class

On a film's page you can download its transcript for printing, as a Word document, or side by side in two languages, and a class pack with all of them. The film's license tells you how you may use it.`,

  contact: `You don't need an account. You write to us from your own email.

## Before you write

- Your message tells us your email address, and others may read it on its way. Nothing else on these pages tells us who you are.
- If nobody should know that you wrote, use an address without your name, or ask someone you trust to write for you.
- Please don't write about your own case, papers or status. This library gives no legal advice, and others may read your message.

## What helps us

- A mistake in captions, a transcript or a text: tell us the page and the moment. If the film's page has a link to report a mistake, it starts the message for you.
- Something that doesn't work for you: tell us the page and which device or software you use.
- A film or document that puts you or someone else at risk: tell us which one, and that it is urgent. It can be removed from the library at once, with its files.`,
};

export type AboutPages = {
  readonly [Name in keyof typeof en]: string;
};
