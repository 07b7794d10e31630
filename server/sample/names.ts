import type { Random } from './random.ts';

/** First and last names often met together, by where families came from. Pairs are made by chance: nobody is meant. */
type Origin = {
  readonly weight: number;
  readonly first: readonly string[];
  readonly last: readonly string[];
};

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const british: Origin = {
  weight: 54,
  first: words(`
    Abigail Alan Alice Amanda Andrew Angela Anna Barbara Ben Beth Callum Carol Caroline Catherine Charlotte Chloe
    Christine Claire Craig Daniel David Dawn Deborah Diane Dominic Donna Edward Eleanor Elizabeth Emily Emma Fiona
    Frances Gareth Gary Gemma George Georgia Graham Hannah Harriet Harry Hayley Heather Helen Holly Ian Isabel Jack
    Jacqueline James Jane Janet Jason Jennifer Jessica Joanne John Jonathan Joseph Judith Julie Karen Kate Katherine
    Kelly Kerry Laura Lauren Leah Lee Lesley Linda Lisa Lorraine Louise Lucy Luke Lynn Mandy Margaret Mark Martin Mary
    Matthew Megan Melissa Michael Michelle Naomi Natalie Neil Nicola Oliver Pamela Patricia Paul Paula Peter Philip
    Rachel Rebecca Richard Robert Rosie Ruth Ryan Sally Samantha Sarah Scott Sharon Simon Sophie Stephanie Stephen
    Stuart Susan Suzanne Thomas Tracey Vanessa Victoria Wendy William Zoe`),
  last: words(`
    Adams Allen Andrews Armstrong Atkinson Bailey Baker Barker Barnes Barrett Bell Bennett Berry Bishop Booth Bradley
    Brooks Burton Butler Carr Carter Chambers Chapman Clarke Cole Collins Cooper Cox Crawford Cross Davidson Dawson
    Dean Dixon Ellis Elliott Evans Fisher Fletcher Foster Fox Francis Gardner Gibson Gordon Graham Grant Gray Green
    Griffiths Hall Harding Harper Harris Harrison Hart Harvey Hayes Henderson Hill Holmes Howard Hudson Hughes Hunt
    Hunter Jackson Jenkins Jordan Kaye Kelly Kemp Kennedy Knight Lane Lawson Lewis Lloyd Marsh Marshall Mason Matthews
    Mills Mitchell Moore Morgan Morris Murray Newton Nicholson Owen Palmer Parker Parsons Pearce Perry Phillips Porter
    Powell Price Reid Reynolds Richards Roberts Robertson Rogers Rose Ross Russell Saunders Scott Shaw Simpson Spencer
    Stevens Stevenson Stone Sutton Taylor Thomas Thompson Tucker Turner Walker Wallace Walsh Ward Watkins Watson Watts
    Webb Wells West Wheeler White Wilkinson Williams Willis Wilson Wood Woods Wright Young`),
};

const southAsian: Origin = {
  weight: 16,
  first: words(`
    Aisha Amit Anita Anjali Arjun Asha Asif Deepa Farah Faisal Fatima Gurpreet Hamza Harpreet Imran Jaspreet Kavita
    Kiran Lakshmi Manish Meena Mohammed Nadia Nasreen Neha Nisha Pooja Pradeep Priya Rajesh Ravi Rekha Ruksana Saima
    Sameer Sanjay Shabana Shanthi Sunita Sunil Tariq Usha Vijay Yasmin Zainab Bindu Jomon Sini Liji Shiny`),
  last: words(`
    Ahmed Akhtar Ali Anand Aziz Bains Begum Bhatt Chaudhry Chowdhury Das Desai Dhillon Fernando George Gill Gupta
    Hussain Iqbal Islam Jacob Joseph Joshi Kapoor Kaur Khan Kumar Mahmood Malik Mathew Mehta Mirza Mistry Nair Patel
    Perera Philip Pillai Rahman Raja Rao Rashid Reddy Saeed Shah Sharma Sheikh Siddiqui Silva Singh Thomas Varghese
    Verma`),
};

const african: Origin = {
  weight: 12,
  first: words(`
    Abena Ade Adaeze Akosua Ama Amara Blessing Chidi Chioma Comfort Emmanuel Esther Eunice Faith Florence Folake
    Gladys Grace Ifeoma Joy Kofi Kwame Mercy Ngozi Nomsa Olu Patience Peace Precious Rose Samuel Tendai Thandi Tunde
    Yaw Yetunde Zanele`),
  last: words(`
    Abiola Acheampong Adebayo Adeyemi Afolabi Agyeman Amoah Annan Appiah Asante Balogun Banda Boateng Chikwanha
    Chukwu Dlamini Dube Eze Ibrahim Kamara Mensah Moyo Mutasa Ncube Ndlovu Nkosi Nwosu Obi Ofori Ogunleye Okafor
    Okeke Okoro Onyango Osei Owusu Phiri Sesay Sibanda Tembo Uche Zulu`),
};

const european: Origin = {
  weight: 8,
  first: words(`
    Agnieszka Alexandra Ana Andrei Anna Beata Carla Carmen Daniela Elena Francesca Ioana Joana Katarzyna Krzysztof
    Luca Magda Malgorzata Maria Marco Marta Michal Monika Nuno Oana Paulo Piotr Rita Sofia Tiago Tomasz`),
  last: words(`
    Alves Bianchi Costa Dumitru Fernandes Ferreira Gomez Horvath Ionescu Kaminska Kowalski Lopes Marino Martins
    Mazur Moreno Nowak Oliveira Pereira Popa Popescu Ribeiro Romano Russo Santos Stan Wisniewska Wojcik Zielinska`),
};

const eastAsian: Origin = {
  weight: 7,
  first: words(`
    Analyn Arlene Cherry Cristina Divina Edwin Grace Hui Jerome Jocelyn Jun Lani Li Marites Mei Melvin Michelle Ping
    Rodel Rowena Ruel Sheila Siew Wai Wei Xin Yan`),
  last: words(`
    Aquino Bautista Castillo Chan Chen Cheung Cruz Delos-Reyes Dizon Garcia Ho Lam Lau Lim Liu Manalo Mendoza Navarro
    Ocampo Ong Ramos Reyes Salazar Santiago Tan Tran Villanueva Wang Wong Yip Zhang`),
};

const irishAndWelsh: Origin = {
  weight: 3,
  first: words(
    'Aoife Bronwen Carys Ciara Conor Declan Eamon Eilish Gwen Huw Niamh Orla Rhian Rhys Roisin Sean Sian Siobhan',
  ),
  last: words(
    'Byrne Doherty Doyle Farrell Gallagher Jenkins Llewellyn McCarthy McGrath Morgan Murphy Nolan Prosser Pugh Quinn Rees',
  ),
};

const origins = [british, southAsian, african, european, eastAsian, irishAndWelsh].map(
  (origin) => [origin, origin.weight] as const,
);

/** An invented person's name; one in twelve carries a last name of another family history, as marriages make. */
export function inventName(random: Random): { readonly firstName: string; readonly lastName: string } {
  const origin = random.weighted(origins);
  const family = random.chance(1 / 12) ? random.weighted(origins) : origin;
  return { firstName: random.pick(origin.first), lastName: random.pick(family.last) };
}
