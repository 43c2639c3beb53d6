/**
 * A film's captions in English and Spanish, with different cue boundaries. Checked by hand: both sides of each
 * row say the same, and no row can be divided further. A cue is written `start end text`.
 */
export const bilingual: readonly (readonly [english: string[], spanish: string[]])[] = [
  [["0.5 3 [wind]"], []],
  [["3.2 5.4 My grandmother kept a garden."], ["3.2 5.5 Mi abuela cuidaba un huerto."]],
  [
    ["5.6 7.8 Every spring she planted", "7.9 10.1 more than we could eat."],
    ["5.7 10 Cada primavera sembraba más de lo que podíamos comer."],
  ],
  [["10.4 12.1 She gave the rest away."], ["10.2 12.6 El resto lo regalaba."]],
  [
    ["12.4 18.2 She knew everyone on our street, and everyone knew her by name."],
    ["12.7 15.2 Conocía a todos en nuestra calle,", "15.3 18.3 y todos la conocían por su nombre."],
  ],
  [["18.6 20.4 (laughter)"], ["18.6 20.3 (risas)"]],
  [["20.6 21.5 Even the dogs."], ["20.5 21.9 Hasta los perros."]],
  [
    ["22 24.1 One morning,", "24.2 26 before anyone was awake,"],
    ["22.1 25.2 Una mañana, antes de que nadie despertara,"],
  ],
  [["26.1 28.9 a letter came."], ["25.3 29 llegó una carta."]],
  [["29.5 31.8 She put it under the bread box."], ["29.4 32.4 La puso debajo de la panera."]],
  [["32 34.6 Nobody was to read it."], ["32.6 34.8 Nadie debía leerla."]],
  [["35 36 [door]"], []],
  [["36.2 37.4 My father did."], ["36 37.9 Mi padre la leyó."]],
  [
    ["38 40.2 He read it twice", "40.3 42 and then he sat down."],
    ["38.1 42.2 La leyó dos veces y luego se sentó."],
  ],
  [["43 44.2 What does it say?"], ["43.1 44.4 ¿Qué dice?"]],
  [["44.6 45.2 Nothing."], ["44.6 45.4 Nada."]],
  [["45.6 47.8 It says that we have to go."], ["45.7 48.4 Dice que tenemos que irnos."]],
  [[], ["48.9 51 (cartel) Juzgado de inmigración"]],
  [
    ["51.5 57 There were eleven of us in the house, counting the baby."],
    ["51.5 54 Éramos once en la casa,", "54.2 57.3 contando al bebé."],
  ],
  [["57.4 59 And the garden."], ["57.6 59.2 Y el huerto."]],
  [["59.5 61.2 You can't pack a garden."], ["59.3 61.8 Un huerto no cabe en una maleta."]],
  [["62 64.5 So she filled envelopes with seeds"], ["62.1 64.9 Así que llenó sobres de semillas"]],
  [
    ["64.6 67.4 and wrote on each one", "67.5 69.5 a neighbour's name."],
    ["65 69.6 y en cada uno escribió el nombre del vecino."],
  ],
  [["70 71.2 Tomatoes: Luz."], ["70 71.4 Tomates: Luz."]],
  [["71.3 72.6 Chillies: Mr. Pham."], ["71.5 72.8 Chiles: señor Pham."]],
  [["72.7 74.4 Squash: the corner shop."], ["72.9 74.5 Calabaza: la tienda de la esquina."]],
  [["75 79 [birdsong]"], ["75 79 [canto de pájaros]"]],
  [
    ["79.5 80.9 We took", "81 85.3 the bus north with two suitcases", "85.4 86.5 and no address."],
    ["79.6 83.1 Tomamos el autobús al norte", "83.2 86.6 con dos maletas y sin señas."],
  ],
  [["87 88 Twenty hours."], ["87 88.3 Veinte horas."]],
  [["88.6 90.2 I counted the towns."], ["88.9 91 Yo iba contando los pueblos."]],
  [["90.8 93 I stopped at ninety-four."], ["91.2 93.3 Me detuve en el noventa y cuatro."]],
  [["94 96 Years later I went back."], ["94.1 96.2 Años después, volví."]],
  [
    ["96.4 103 The house was another colour, and the street had another name on the sign."],
    [
      "96.5 98.5 La casa era de otro color,",
      "98.6 100.9 y la calle tenía otro nombre",
      "101 103.2 en el letrero.",
    ],
  ],
  [["103.6 105 But I could smell it."], ["103.5 105.4 Pero yo la olía."]],
  [["105.3 106.4 Tomatoes."], ["105.6 106.7 Tomates."]],
  [["107 108.6 On every balcony."], ["107 108.9 En cada balcón."]],
  [["109 110.2 Mr. Pham?"], ["109 110.3 ¿Señor Pham?"]],
  [
    ["110.6 112.9 He had been waiting by the gate."],
    ["110.5 113.5 Había estado esperando en la reja."],
  ],
  [["113.2 116 He held out an envelope,"], ["113.8 115.8 Me tendió un sobre"]],
  [["116.1 118.4 and my name was on it."], ["116.2 118.6 y llevaba mi nombre."]],
  [["119 121.5 It's your turn, he said."], ["119.2 121.9 Ahora te toca a ti, me dijo."]],
  [["122 126 [music]"], []],
];
