import type { AboutPages } from "./en.ts";

export const es: AboutPages = {
  accessibility: {
    title: "Accesibilidad",
    body: `Queremos que todas las personas puedan ver, leer y compartir lo que hay aquí. Nuestra meta son las Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2, nivel AA.

## Con qué puede contar

- Cada película tiene subtítulos y una transcripción que se puede leer en lugar de verla.
- Todo funciona solo con el teclado y con un lector de pantalla, y casi todo sin JavaScript.
- Las páginas admiten el doble de tamaño de letra, caben en una pantalla de 320 píxeles, respetan sus colores y su contraste, y no mueven nada si pidió menos movimiento a su dispositivo.
- El texto que no está en su idioma lo dice, también a su lector de pantalla.

## Lo que todavía no está bien

- No todas las películas tienen audiodescripción. Su página dice lo que hay.
- Algunos documentos son archivos PDF que no fueron preparados para lectores de pantalla.
- Los subtítulos hechos por una máquina están señalados y pueden tener errores.

## Díganos

Si algo le impide entrar, [escríbanos](contact). Díganos qué página era y qué usa, y lo arreglaremos o le enviaremos el contenido de otra manera.`,
  },
  privacy: {
    title: "Privacidad",
    body: `Aquí puede ver y leer sin decirle a nadie quién es.

## Lo que no hacemos

- Ni cookies, ni cuentas, ni publicidad, ni programas de análisis.
- Nada de estas páginas viene de otro sitio. Lo que ve se pide solo a nosotros.
- No guardamos direcciones de internet, ni el nombre de su navegador, ni lo que vio, ni lo que buscó.

## Lo que guarda su propio navegador

Lo que elige en el reproductor, como el tamaño de los subtítulos o dónde se detuvo, puede quedar en su navegador, en su dispositivo. Nunca se envía. Si borra los datos de este sitio en su navegador, desaparece. El historial de su navegador muestra lo que abrió, salvo que use una ventana privada.

## Lo que otros pueden ver

- Cloudflare entrega estas páginas. Necesita la dirección de internet de su dispositivo para responderle, como todo sitio de internet. Sus registros están apagados para nosotros, así que no recibimos nada de eso.
- Su proveedor de internet, o la red de su trabajo, puede ver que abrió este sitio, pero no qué película ni qué página.
- Cuando una película se muestra en la página de otra organización, valen también las reglas de esa página. La película misma no le dice nada sobre usted.

## Enlaces hacia fuera

Un enlace de aquí a otro sitio no le dice a ese sitio de dónde viene usted.`,
  },
  embed: {
    title: "Muestre una película en su página",
    body: `Cualquier película de aquí se puede mostrar en su página, con sus subtítulos y su transcripción, si su licencia lo permite. La licencia está en la página de la película.

## Una línea

Abra la página de la película y copie el código para insertarla, o escríbalo: ponga la última parte de la dirección de la película en lugar de \`FILM\`.

\`\`\`html
<iframe src="{origin}/embed/FILM?lang=es" title="El título de la película"
  style="width:100%;aspect-ratio:16/11;border:0"
  allow="fullscreen; picture-in-picture" referrerpolicy="no-referrer"></iframe>
\`\`\`

## Cámbielo en la dirección

- \`lang=es\`: el idioma de los botones y los títulos. Sin él, cada persona recibe el suyo.
- \`captions=vi\`: los subtítulos que se muestran desde el principio; \`captions=none\`, ninguno.
- \`t=65\`: empieza en un minuto y cinco segundos; \`t=65,80\` también se detiene ahí.
- \`transcript=1\`: la transcripción está abierta.

## Bueno saberlo

La película no deja cookies ni le dice a nadie quién visita su página: su aviso de privacidad no necesita mencionarla. Funciona en WordPress y en otros sistemas que aíslan lo insertado. Si una película se retira, su página muestra un aviso en su lugar.`,
  },
  cite: {
    title: "Citar",
    body: `## Citar una frase

Seleccione palabras en una transcripción y cópielas. Con ellas viene de dónde son: título, quién publica, fecha y un enlace que abre la película en ese momento. Debajo de las palabras hay botones que copian la cita, un enlace a solo esa parte de la película o la referencia de la película.

## Enlazar a un momento

Añada \`?t=65\` a la dirección de una película y empezará en un minuto y cinco segundos. \`?t=65,80\` muestra esos quince segundos.

## Citar una película o un documento

“Cómo citar” en cada página tiene una línea para copiar. Nombra el título, quién publica, la fecha y la dirección. Al lado hay archivos para gestores de referencias (Zotero, EndNote, LaTeX). Cuando un título está [entre corchetes], quien publica no dio ninguno en ese idioma y lo hemos puesto.

## Usarlo en clase

La página de una película tiene su transcripción como página para imprimir, como documento de Word y en dos idiomas lado a lado, y un paquete para la clase con todo ello. Su licencia dice qué puede hacer con ella.`,
  },
  contact: {
    title: "Cómo escribirnos",
    body: `Aquí no hay formularios ni hay que registrarse. Quien nos escribe lo hace desde su propio correo.

## Antes de escribir

- Una carta nos dice su dirección de correo, y otros pueden leerla en el camino. Ninguna otra cosa de estas páginas nos dice quién es usted.
- Si nadie debe saber que escribió, use una dirección sin su nombre o pida a alguien de confianza que escriba.
- Por favor, no escriba sobre su propio caso, sus papeles o su situación. Esta biblioteca no da asesoría legal, y otras personas pueden leer una carta.

## Lo que ayuda

- Un error en los subtítulos, en una transcripción o en un texto: diga qué página y en qué momento. Donde la página de una película ofrece avisar de un error, empieza esa carta por usted.
- Algo que le impide el acceso: diga qué página es y qué usa usted.
- Una película o un documento que le pone en riesgo a usted o a otra persona: diga cuál es y que es urgente. Se puede retirar de la biblioteca de inmediato, con sus archivos.`,
  },
};
