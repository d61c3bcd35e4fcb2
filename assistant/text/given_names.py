"""Given names and frequent surnames of people living in Norway.

Compiled by hand for this project: names in common use across generations and origins. The lists
only say «this word can be a person's name»; the rules that use them look at the neighbours too.
"""

from __future__ import annotations

_NORDIC = """
Aage Agnes Agnete Aina Aksel Albert Aleksander Alexander Alexandra Alf Alfred Alice Alise Alma Amalie
Amanda Amund Anders Andrea Andreas Andrine Ane Anette Angelica Angelika Anita Anja Ann Anna Anne Annette
Annika Anniken Annlaug Anny Anton Arild Arne Arnfinn Arnhild Arnold Arnt Arve Arvid Asbjørn Ase Asgeir
Aslak Aslaug Asle Astri Astrid Atle Aud Audhild Audun August Aurora Axel Barbro Beate Bendik Benedicte
Benedikte Bengt Benjamin Bente Bergljot Berit Bernt Birger Birgit Birgitta Birgitte Birte Birthe Bjarne
Bjarte Bjørg Bjørge Bjørn Bjørnar Bodil Borghild Borgny Brede Brit Brita Britt Brynhild Brynjar Børge
Børre Camilla Carina Carl Caroline Casper Catharina Catherine Cathrine Cato Cecilie Celine Charlotte
Christel Christer Christian Christin Christina Christine Christoffer Christopher Dag Dagfinn Dagny Dan
Daniel Daniella David Dina Dorte Dorthe Ebba Edel Edvard Edvin Egil Einar Eirik Eirin Eivind Elen Elena
Elias Elin Eline Elisa Elisabeth Elise Ella Ellen Elling Ellinor Elsa Else Elsebeth Embla Emil Emilie
Emma Emmy Endre Eric Erik Erika Erland Erlend Erling Ester Esther Eva Evelyn Even Evy Eystein Fanny Filip
Finn Fredrik Frida Fride Frode Frøydis Gaute Geir Georg Gerd Gisle Gitle Gjermund Gorm Grete Grethe Gro
Grunde Gry Gudmund Gudrun Gullik Gunda Gunhild Gunn Gunnar Gunnhild Gunnlaug Gunnvor Gunvor Guri Guro
Gustav Guttorm Gyrid Gøril Haakon Halvard Halvor Hanna Hannah Hanne Hans Harald Harriet Hauk Hedda Hedvig
Hege Heidi Helen Helena Helene Helga Helge Helle Henning Henriette Henrik Herbjørn Herman Hermod Hilda
Hilde Hildegunn Hogne Håkon Håvard Ida Idar Idun Ine Inga Inge Ingebjørg Ingeborg Ingebrigt Inger Ingerid
Ingfrid Ingjerd Ingrid Ingun Ingunn Ingvar Ingvild Irene Iril Irmelin Isabel Isabella Isak Iselin Ivar
Iver Jacob Jakob Jan Jane Janicke Janne Jannicke Jannike Jarle Jeanett Jeanette Jenny Jens Jesper Jessica
Jo Joachim Joakim Joar Johan Johanna Johanne Johannes John Johnny Jomar Jon Jonas Jonathan Jonny Jorid
Jorun Jorunn Josefine Jostein Judith Julia Julian Julie June Jørgen Jørn Jørund Kai Kaia Kaja Kamilla
Karen Kari Karianne Karin Karina Karine Karl Karoline Kaspar Kasper Kate Katharina Kathinka Kathrine
Katja Katrin Katrine Kenneth Kent Kerstin Kim Kine Kirsten Kirsti Kitty Kjartan Kjell Kjellaug Kjellfrid
Kjersti Kjerstin Kjetil Klara Klaus Knut Konrad Kristen Kristi Kristian Kristiane Kristin Kristina
Kristine Kristofer Kristoffer Kåre Laila Lars Lasse Laura Laurits Lea Leah Leif Leiv Lene Leon Leonora
Lillian Lilly Lina Linda Line Linn Linnea Lisa Lisbet Lisbeth Lise Liss Liv Livar Live Lotte Louise Lucas
Ludvig Lukas Lydia Lykke Magda Magdalena Magne Magnhild Magni Magnus Mai Maja Malene Malin Marcus Maren
Margaret Margareta Margareth Margaretha Margit Margrete Margrethe Margunn Mari Maria Mariann Marianne
Marie Mariell Marielle Marion Marit Marita Maritha Marius Markus Mart Marta Marte Martha Marthe Marthine
Martin Martine Martinus Mary Mathea Mathias Mathilde Mathis Matias Mats Mattis May Maya Merete Merethe
Mette Michael Michelle Mikael Mikkel Mildrid Mille Mina Mira Miriam Mona Monica Monika Morgan Morten
Målfrid Nanna Natalie Nicolai Nicoline Niklas Nikolai Nikoline Nils Nina Njål Noah Nora Norunn Norvald
Oda Odd Oddbjørn Oddmund Oddny Oddrun Oddvar Ola Olaf Olaug Olav Ole Olea Olga Oline Oliver Olivia Omar
Oscar Oskar Osvald Ottar Otto Patrick Patrik Paul Paula Per Pernille Peter Petra Petter Philip Pia Preben
Pål Ragna Ragnar Ragne Ragnhild Rakel Randi Ranveig Rebecca Rebekka Reidar Reidun Reidunn Renate Richard
Rikke Rita Roald Roar Robert Robin Roger Rolf Ronald Ronja Ronny Roy Ruben Runa Runar Rune Ruth Sander
Sandra Sara Sarah Sebastian Selma Severin Sigbjørn Sigfrid Sigmund Signe Signy Sigrid Sigrun Sigurd Sigve
Silje Simen Simon Simone Sina Sindre Siren Siri Sissel Siv Siver Siw Snorre Sofia Sofie Sol Solbjørg
Solfrid Solrun Solveig Solvor Sonja Sophia Sophie Stefan Stein Steinar Stella Sten Stephan Stian Stig
Stine Storm Sture Sunniva Susann Susanne Svanhild Svein Sveinung Sven Svend Svenn Sverre Synne Synnøve
Syver Sølvi Søren Terese Thea Theodor Therese Thomas Thor Thorbjørn Thore Thorleif Tina Tine Tiril Tobias
Tom Tomas Tomine Tommy Tone Tonje Tony Tor Torbjørg Torbjørn Tord Tore Torfinn Torgeir Torgrim Torgunn
Torhild Toril Torild Torill Torjus Torkel Torkild Torkjell Torleif Torleiv Tormod Torolf Torstein Torun
Torunn Torvald Tove Trine Trond Trude Truls Trygg Trygve Trym Turi Turid Tuva Ulf Ulla Ulrik Una Unn Unni
Ursula Vanja Vebjørn Vegar Vegard Vemund Vera Veronica Veronika Vetle Vibeke Victor Victoria Vidar Vigdis
Viggo Vigleik Viktor Viktoria Vilde Vilhelm Villy Vivi Vivian Vårin Wenche Werner Wibeke Wilhelm William
Willy Ylva Yngvar Yngve Yvonne Ådne Åge Ågot Åsa Åse Åshild Åsmund Åsne Åste Øistein Øivind Ørjan Ørnulf
Østen Øydis Øystein Øyvind
"""

_OTHER = """
Abdi Abdiaziz Abdifatah Abdikadir Abdirahman Abdul Abdulahi Abdulkadir Abdulla Abdullah Abdullahi Abebe
Abel Abraham Abshir Adam Adel Adem Aden Adnan Agnieszka Ahmad Ahmed Ahmet Aicha Aida Aisha Aleksandr
Aleksandra Alemu Ali Alia Alina Aliya Almaz Amal Amin Amina Aminata Amir Amira Ana Anastasia Anastasiia
Anatoli Andrei Andrej Andrii Andrzej Anh Anisa Aram Arash Arben Arif Artem Artur Arturas Asad Asha Ashraf
Asif Asma Aster Awet Ayaan Ayan Ayesha Ayse Azad Aziz Aziza Barbara Bartosz Bashir Behrouz Berhane Besim
Bilal Bilan Biniam Birhane Blerim Bogdan Boris Bozena Carlos Carmen Chantal Cheng Claudia Dalia Darius
Dariusz Dawit Deeqa Deka Diego Dilan Dmitri Dmytro Dorota Dragan Edita Ehsan Elham Elif Emine Emir Ermias
Esmail Esra Fadi Faduma Fadumo Fahad Faisal Farah Farhad Farhan Fariba Farid Farida Fatemeh Fathi Fathia
Fatima Fatma Fatos Fatuma Fawzia Ferhat Filmon Filsan Fowzia Francisco Freweini Galina Genet Ghulam
Grazyna Grzegorz Guled Haben Habib Habiba Habtom Hadi Hafsa Halima Hamdi Hamid Hamza Hana Hanan Haroon
Hasan Hassan Helen Henok Hiba Hiwot Hoda Hodan Hossein Huda Husein Huseyin Hussain Hussein Ibrahim
Ibtisam Idil Idris Ifrah Iftin Igor Ikram Ilhan Ilir Imad Iman Imran Inna Iqra Ireneusz Irina Ismail Ivan
Ivana Iwona Jacek Jamal Jamila Jaroslaw Jasmin Jasmina Javad Javed Jelena Jerzy Joanna Jolanta Jorge Jose
Juan Kaltum Kamal Kamila Kamran Karim Karima Karolina Karwan Kasia Katarzyna Kateryna Kawa Khadija Khadra
Khaled Khalid Khalil Kidane Krzysztof Ksenia Larisa Layla Leila Leyla Liban Lidia Lilia Linh Ludmila Luis
Luka Luul Lyudmyla Maciej Mahad Mahamed Mahdi Mahmood Mahmoud Majid Maksym Malgorzata Malika Manal
Manuela Marcin Marek Maria Mariam Mariana Marina Mariusz Mariya Marwa Maryam Maryan Maryna Masoud Mateusz
Mebrahtu Mehdi Mehmet Mehret Merhawi Mihai Milan Milena Milica Mirela Mohamad Mohamed Mohammad Mohammed
Mona Monir Muhamed Muhammad Muhammed Mulu Muna Murad Mursal Musa Mustafa Mykola Nada Nadia Nadiia Nadine
Nadir Naim Naima Najib Najma Nasir Nasra Nasrin Natalia Nataliia Natasha Navid Nawal Nazanin Nazir Neda
Negash Nelly Nermin Nguyen Nimo Noor Nosheen Nur Nura Nuria Oksana Oleh Oleksandr Oleksii Olena Olha
Osman Parisa Parwin Pavel Pawel Pedro Piotr Polina Przemyslaw Rabia Radu Rahel Rahim Rahma Rahwa Raimonda
Rajesh Ramin Rana Rania Ranja Rashid Rasim Rasmus Razia Reem Reza Rezan Rima Roda Rojin Roksana Roman
Rosa Rosalia Roza Ruqia Ruslan Saad Saba Sabah Sabrina Sadia Safia Sagal Sahar Sahra Said Saida Saima
Salah Saleh Salem Salim Salma Salman Sami Samir Samira Samiya Samsam Samuel Sana Sanja Sara Sardar Selam
Selamawit Semhar Senait Senay Sergei Sergey Serhii Shabana Shahid Shahla Shamsa Sharmarke Shazia Sherin
Shirin Sidra Simret Slawomir Sofiya Solomon Soran Soraya Stanislav Sukri Suleiman Suleyman Sumaya
Svetlana Svitlana Tahir Tamara Tania Tanja Tanya Tarik Tariq Tatiana Tatjana Tekle Tesfay Tesfaye Tetiana
Thanh Thi Thuy Tomasz Tsegay Tuan Umar Usman Valentina Valeria Vasyl Viktoriia Viktorija Vira Vladimir
Volodymyr Wahid Waldemar Waleed Walid Warsame Weronika Wojciech Yahya Yasin Yasmin Yasmine Yasser
Yohannes Yonas Yordanos Yosef Yousef Youssef Yulia Yuliia Yuriy Yusra Yusuf Zahid Zahra Zainab Zakaria
Zakia Zaman Zara Zbigniew Zeinab Zekarias Zeynep Zofia Zoran Zuzanna
"""

_FREQUENT_SURNAMES = """
Aas Aasen Abdi Abrahamsen Ahmed Ali Amundsen Andersen Andreassen Andresen Antonsen Arnesen Aune Bakke
Bakken Berg Berge Berntsen Birkeland Brekke Bøe Christensen Dahl Danielsen Edvardsen Eide Eliassen
Ellingsen Eriksen Evensen Fredriksen Gulbrandsen Gundersen Hagen Halvorsen Hansen Hanssen Hassan Hauge
Haugen Haugland Helland Henriksen Holm Hussain Ibrahim Isaksen Ismail Iversen Jacobsen Jakobsen Jensen
Jenssen Johannessen Johansen Johnsen Jørgensen Karlsen Khan Knudsen Knutsen Kristensen Kristiansen
Kristoffersen Larsen Lie Lien Lund Lunde Madsen Martinsen Mathisen Mikkelsen Moe Moen Mohamed Myhre
Myklebust Nguyen Nielsen Nilsen Nordmann Nygård Næss Olsen Osman Paulsen Pedersen Pettersen Rasmussen
Ruud Rønning Sandvik Simonsen Singh Sivertsen Solberg Solheim Strand Strøm Svendsen Sæther Sørensen
Tangen Thomassen Thorsen Tran Tveit Vik Warsame Yusuf Ødegård
"""

# Given names that are also everyday words, months, places or products: alone they prove nothing.
_AMBIGUOUS = """
Abel Aida Alf Alma Amal Anh Ask Aster Aud Aurora Axel Bo Carmen Dag Dan Even Finn Frank Genet Gro Grunde
Gry Hamar Helga Helle Inga Inge Inna Jan Jo Jose June Kai Kate Kent Kim Kristen Laila Lea Leon Line Liv
Live Luka Lykke Magne Malene Mai Mari Maria Marina Mars Mart Max May Mette Milan Mille Mina Mira Morgan Mulu
Nada Noor Nora Nur Oda Odd Olav Per Petra Pia Rana Rasmus Ravn Reza Robin Roda Roman Rosa Rose Roy Rune
Saba Said Salem Sami Sana Sander Sara Selam Sina Siri Siv Sol Stein Sten Stig Storm Thi Thor Tine Tom
Tone Tor Tord Tore Trygg Tuan Turi Ulf Una Unn Vanja Vera Victoria Viktoria Vår Zara
"""


def _words(block: str) -> frozenset[str]:
    return frozenset(block.split())


GIVEN: frozenset[str] = _words(_NORDIC) | _words(_OTHER)
AMBIGUOUS: frozenset[str] = _words(_AMBIGUOUS)
FREQUENT_SURNAMES: frozenset[str] = _words(_FREQUENT_SURNAMES)
