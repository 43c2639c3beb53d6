import type { AboutPages } from "./en.ts";

/** The pages about the library itself, in Spanish. */
export const es: AboutPages = {
  accessibility: `Queremos que todas las personas puedan ver, leer y compartir lo que hay en esta biblioteca. Nuestra meta son las Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2, nivel AA.

## Con qué puede contar

- Cada película tiene subtítulos y una transcripción que se puede leer en lugar de verla.
- Todo funciona solo con el teclado y con un lector de pantalla, y casi todo sin JavaScript.
- Las páginas admiten el doble de tamaño de letra, caben en una pantalla de 320 píxeles, respetan sus colores y su contraste, y no mueven nada si pidió menos movimiento a su dispositivo.
- El texto que no está en su idioma lleva una etiqueta, también para los lectores de pantalla.

## Lo que todavía no está bien

- No todas las películas tienen audiodescripción. La página de cada película indica si la tiene.
- Algunos documentos son archivos PDF que no fueron preparados para lectores de pantalla.
- Los subtítulos generados por una máquina están señalados y pueden contener errores.

## Díganos

Si algo no le funciona, [escríbanos](contact). Díganos qué página era y qué dispositivo o programa usa, y lo arreglaremos o le enviaremos el contenido de otra forma.`,

  privacy: `Aquí puede ver y leer sin decirle a nadie quién es.

## Lo que no hacemos

- Ni cookies, ni cuentas, ni publicidad, ni programas de análisis.
- Nada de estas páginas se carga desde otro sitio. Todo lo que ve viene de nosotros.
- No guardamos su dirección de internet, ni el nombre de su navegador, ni lo que vio, ni lo que buscó.

## Lo que guarda su propio navegador

Lo que elige en el reproductor, como el tamaño de los subtítulos o dónde se detuvo, puede quedar en su navegador, en su dispositivo. Nunca se nos envía. Si borra los datos de este sitio en su navegador, desaparece. El historial de su navegador muestra lo que abrió, salvo que use una ventana privada.

## Lo que otros pueden ver

- Cloudflare entrega estas páginas. Necesita la dirección de internet de su dispositivo para responderle, como todo sitio de internet. Sus registros están desactivados para nosotros, así que no recibimos nada de eso.
- Su proveedor de internet, o la red de su trabajo, puede ver que abrió este sitio, pero no qué película ni qué página.
- Si ve una película en la página de otra organización, valen también las reglas de privacidad de esa página. La película misma no le dice nada sobre usted.

## Enlaces a otros sitios

Cuando sigue un enlace a otro sitio, no le decimos a ese sitio de dónde viene usted.`,

  embed: `Cualquier película de aquí se puede mostrar en su página, con sus subtítulos y su transcripción, si su licencia lo permite. La licencia está en la página de la película.

## Copie el código

Abra la página de la película y copie el código para insertarla. O escriba usted el código: ponga la última parte de la dirección de la película en lugar de \`FILM\`.

\`\`\`html
{embedCode:El título de la película}
\`\`\`

## Opciones en la dirección

- \`lang=es\`: el idioma de los botones y los títulos. Sin él, cada persona recibe el de su navegador.
- \`captions=vi\`: los subtítulos que se muestran desde el principio; \`captions=none\` no muestra ninguno.
- \`t=65\`: empieza en un minuto y cinco segundos; \`t=65,80\` también se detiene en un minuto y veinte segundos.
- \`transcript=1\`: la transcripción está abierta desde el principio.

## Conviene saber

La película no deja cookies ni le dice a nadie quién visita su página: su aviso de privacidad no necesita mencionarla. En WordPress, pegue la dirección de la página de la película en una línea aparte. La película funciona allí y en otros sistemas que aíslan lo insertado. Si una película se retira, su página muestra un aviso en su lugar.`,

  cite: `## Citar una frase

Seleccione palabras en una transcripción y cópielas. También se copia la fuente: título, quién publica, fecha y un enlace que reproduce la película desde ese momento. Debajo de las palabras seleccionadas hay botones que copian la cita, un enlace a solo esa parte de la película o la referencia de la película.

## Enlazar a un momento

Añada \`?t=65\` a la dirección de una película y empezará en un minuto y cinco segundos. \`?t=65,80\` reproduce solo los quince segundos desde ahí.

## Citar una película o un documento

Cada película, documento y serie tiene su referencia en «Cómo citar» en los estilos APA, MLA y Chicago, lista para copiar. Al lado hay archivos para gestores de referencias (Zotero, EndNote, LaTeX). Si un título está [entre corchetes], quien publica no dio ninguno en ese idioma y lo hemos añadido.

## Usarlo en clase

En la página de una película puede descargar su transcripción para imprimir, como documento de Word o en dos idiomas lado a lado, y un paquete para la clase con todo ello. La licencia de la película dice cómo puede usarla.`,

  contact: `No hace falta una cuenta. Usted nos escribe desde su propio correo electrónico.

## Antes de escribir

- Su mensaje nos dice su dirección de correo, y otras personas pueden leerlo en el camino. Ninguna otra cosa de estas páginas nos dice quién es usted.
- Si nadie debe saber que escribió, use una dirección sin su nombre o pida a alguien de confianza que escriba por usted.
- Por favor, no escriba sobre su propio caso, sus papeles o su situación. Esta biblioteca no da asesoría legal, y otras personas pueden leer su mensaje.

## Lo que nos ayuda

- Un error en los subtítulos, en una transcripción o en un texto: díganos la página y el momento. Si la página de la película tiene un enlace para avisar de un error, ese enlace empieza el mensaje por usted.
- Algo que no le funciona: díganos la página y qué dispositivo o programa usa.
- Una película o un documento que le pone en riesgo a usted o a otra persona: díganos cuál es y que es urgente. Se puede retirar de la biblioteca de inmediato, con sus archivos.`,
};
